/** TypeScript 6 refuses an import of a file that it knows nothing about. Bundlers differ in what the import gives. */
declare const stylesheet: unknown
export default stylesheet
