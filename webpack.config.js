const path = require("path");
const CopyWebpackPlugin = require("copy-webpack-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");

/** Microsoft supports its own copy of Office.js; another address (China's, an intranet's) is a setting of the build. */
const microsoftOfficeJs = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const folderOf = (name) => path.dirname(require.resolve(`${name}/package.json`));

/**
 * `webpack` builds the add-in into dist/addin: `--env officeJs=<address>` and `--env origin=<https://…>` say where Office.js and
 * the add-in itself are. `--env workbench` builds the same bundle into dist/workbench, beside the page that plays Excel and a
 * local copy of Office.js, which is for trying and testing and is not published.
 */
module.exports = (env = {}, { mode = "production" } = {}) => {
  const workbench = Boolean(env.workbench);
  const officeJs = workbench ? "office-js/office.js" : env.officeJs || microsoftOfficeJs;
  const origin = (env.origin || "https://localhost:3000").replace(/\/$/, "");
  const officeFiles = [
    "office.js",
    "excel-web-16.00.js",
    "en-us/office_strings.js",
    "zh-cn/office_strings.js",
    "telemetry/oteljs_agave.js",
  ];
  return {
    mode,
    entry: {
      taskpane: "./src/commands/index.ts",
      ...(workbench && { workbench: "./src/workbench/index.ts" }),
    },
    devtool: mode === "production" ? false : "source-map",
    output: {
      path: path.join(__dirname, "dist", workbench ? "workbench" : "addin"),
      filename: "[name].js",
      clean: true,
    },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: { loader: "ts-loader", options: { transpileOnly: true, configFile: "tsconfig.build.json" } },
        },
        { test: /\.css$/, type: "asset/source" },
      ],
    },
    performance: {
      maxAssetSize: 1600000,
      maxEntrypointSize: 1600000,
      // The workbench's calculator is fetched when a book has formulas, and by no page of the add-in.
      assetFilter: (file) => !/\.(map|wasm)$/.test(file),
    },
    plugins: [
      new HtmlWebpackPlugin({
        template: "./src/taskpane/index.html",
        filename: "taskpane.html",
        chunks: ["taskpane"],
        officeJs,
      }),
      ...(workbench
        ? [
            new HtmlWebpackPlugin({
              template: "./src/workbench/index.html",
              filename: "index.html",
              chunks: ["workbench"],
            }),
          ]
        : []),
      new CopyWebpackPlugin({
        patterns: [
          { from: path.join(folderOf("@uifabric/icons"), "fonts"), to: "fonts" },
          { from: "assets/icons/*.png" },
          { from: "*.xlsx", context: "assets/samples", to: "samples", noErrorOnMissing: true },
          {
            from: "manifest.xml",
            transform: (text) => text.toString("utf8").replaceAll("https://localhost:3000", origin),
          },
          ...(workbench
            ? officeFiles.map((from) => ({
                from,
                context: path.join(folderOf("@microsoft/office-js"), "dist"),
                to: `office-js/${from}`,
                // Unmodified: no minimiser goes over it again.
                info: { minimized: true },
              }))
            : []),
        ],
      }),
    ],
  };
};
