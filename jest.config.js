/** hucre ships as an ES module only, so it is transformed like our own sources. */
const transform = {
  "^.+\\.(tsx?|mjs)$": ["ts-jest", { tsconfig: "tsconfig.test.json", diagnostics: false }],
};
const common = {
  transform,
  transformIgnorePatterns: ["/node_modules/(?!hucre/)"],
  moduleFileExtensions: ["ts", "tsx", "js", "mjs", "json"],
  moduleNameMapper: {
    // The same Fabric, built for Node's way of loading.
    "^office-ui-fabric-react/lib/(.*)$": "office-ui-fabric-react/lib-commonjs/$1",
    "^hucre/xlsx$": "<rootDir>/node_modules/hucre/dist/xlsx.mjs",
    "^hucre$": "<rootDir>/node_modules/hucre/dist/index.mjs",
  },
};

module.exports = {
  testTimeout: 120000,
  projects: [
    {
      ...common,
      displayName: "unit",
      testMatch: ["<rootDir>/test/**/*.test.ts?(x)"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/e2e/"],
    },
    {
      ...common,
      displayName: "browser",
      testMatch: ["<rootDir>/test/e2e/**/*.test.ts?(x)"],
    },
  ],
};
