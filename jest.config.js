const common = {
  transform: {
    "^.+\\.tsx?$": ["ts-jest", { tsconfig: "tsconfig.test.json", diagnostics: false }],
    "/@ironcalc/.+\\.js$": "<rootDir>/test/esm-as-commonjs.cjs",
  },
  transformIgnorePatterns: ["/node_modules/(?!@ironcalc/)"],
  setupFiles: ["<rootDir>/test/laws/seed.ts"],
  moduleNameMapper: {
    // The same Fabric, built for Node's way of loading.
    "^office-ui-fabric-react/lib/(.*)$": "office-ui-fabric-react/lib-commonjs/$1",
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
