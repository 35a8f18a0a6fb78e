// The sources are TypeScript; tsx loads them as they are.
const { register } = require("tsx/cjs/api");
register();
require("./worker-thread.ts");
