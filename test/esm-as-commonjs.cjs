/** Packages that come as ES modules only, for jest, which loads CommonJS. esbuild comes with tsx. */
const { transformSync } = require("esbuild");

module.exports = {
  process: (text) => ({
    code: transformSync(text, { format: "cjs", define: { "import.meta.url": '"file:///"' } }).code,
  }),
};
