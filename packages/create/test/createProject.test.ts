import { mkdtempSync, readFileSync, rmSync, existsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeBlocks } from '@seats/conformance/codeBlocks'
import { expect, onTestFinished, test } from 'vitest'
import { createProject, templates, type Template } from '../src/createProject.ts'

const names = Object.keys(templates) as Template[]

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'seats-create-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test.each(names)('the template %s becomes an app with the name of its folder', (template) => {
  const folder = join(temporaryFolder(), 'My Team!')
  createProject(folder, template)
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  expect(manifest).toMatchObject({
    name: 'my-team',
    private: true,
    type: 'module',
    scripts: { dev: expect.any(String) },
  })
  expect(manifest.dependencies).toHaveProperty('@seats/core')
  expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toContain('node_modules/\n')
  expect(existsSync(join(folder, '_gitignore'))).toBe(false)
})

test('a folder with files is refused, and its files stay', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'package.json'), '{}')
  expect(() => createProject(folder, 'react')).toThrow(/is not empty/)
  expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe('{}')
  expect(existsSync(join(folder, 'src'))).toBe(false)
})

test.each(names)('the template %s is the app of the tutorial', (template) => {
  const tutorial = new URL(`../../../apps/docs/tutorial/${template}.md`, import.meta.url)
  const files = codeBlocks(readFileSync(tutorial, 'utf8')).filter(({ file }) => file !== undefined)
  expect(files.length).toBeGreaterThan(2)
  for (const { file = '', code } of files) expect(readTemplate(`${template}/${file}`), file).toBe(code)
})

const readTemplate = (path: string) => readFileSync(new URL(`../templates/${path}`, import.meta.url), 'utf8')
