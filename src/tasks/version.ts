/** Scorebook's version, as package.json and the manifest have it (a test compares them). */
export const version = "0.1.0";
