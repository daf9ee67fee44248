/** TypeScript 6 refuses the import of a file without a declaration. The result of the import depends on the bundler. */
declare const stylesheet: unknown
export default stylesheet
