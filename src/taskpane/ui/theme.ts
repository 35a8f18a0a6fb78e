import { createTheme, loadTheme, type ITheme } from "office-ui-fabric-react/lib/Styling";

export { Customizer } from "office-ui-fabric-react/lib/Utilities";
export type { ITheme as Theme } from "office-ui-fabric-react/lib/Styling";

export type ThemeName = "light" | "dark" | "contrast";

const light = createTheme({
  palette: {
    themePrimary: "#0b6e6e",
    themeSecondary: "#117a7a",
    themeTertiary: "#5fb3b0",
    themeLight: "#a9d8d5",
    themeLighter: "#d4ecea",
    themeLighterAlt: "#f2f9f8",
    themeDarkAlt: "#0a6363",
    themeDark: "#085353",
    themeDarker: "#063d3d",
    neutralSecondary: "#565452",
    neutralTertiary: "#8a8886",
  },
});

const dark = createTheme({
  isInverted: true,
  palette: {
    themePrimary: "#5cc4bd",
    themeSecondary: "#52b3ac",
    themeTertiary: "#2c6e6a",
    themeLight: "#1f4d4a",
    themeLighter: "#173a38",
    themeLighterAlt: "#12211f",
    themeDarkAlt: "#70cfc8",
    themeDark: "#8adad4",
    themeDarker: "#abe6e2",
    neutralLighterAlt: "#2b2a29",
    neutralLighter: "#323130",
    neutralLight: "#3b3a39",
    neutralQuaternaryAlt: "#484644",
    neutralQuaternary: "#605e5c",
    neutralTertiaryAlt: "#8a8886",
    neutralTertiary: "#c8c6c4",
    neutralSecondary: "#d2d0ce",
    neutralPrimaryAlt: "#e1dfdd",
    neutralPrimary: "#ffffff",
    neutralDark: "#faf9f8",
    black: "#f8f8f8",
    white: "#1f1f1f",
  },
});

const contrast = createTheme({
  isInverted: true,
  palette: {
    themePrimary: "#ffff00",
    themeSecondary: "#ffff00",
    themeTertiary: "#ffff00",
    themeLight: "#ffff00",
    themeLighter: "#000000",
    themeLighterAlt: "#000000",
    themeDarkAlt: "#ffffff",
    themeDark: "#ffffff",
    themeDarker: "#ffffff",
    neutralLighterAlt: "#000000",
    neutralLighter: "#000000",
    neutralLight: "#3f3f00",
    neutralQuaternaryAlt: "#3f3f00",
    neutralQuaternary: "#ffffff",
    neutralTertiaryAlt: "#ffffff",
    neutralTertiary: "#ffffff",
    neutralSecondary: "#ffffff",
    neutralPrimaryAlt: "#ffffff",
    neutralPrimary: "#ffffff",
    neutralDark: "#ffffff",
    black: "#ffffff",
    white: "#000000",
  },
});

const themes: Readonly<Record<ThemeName, ITheme>> = { light, dark, contrast };

/** Colours that our own marks and charts need beside Fabric's, as CSS variables of the page. */
const ownColours: Readonly<Record<ThemeName, Readonly<Record<string, string>>>> = {
  light: {
    error: "#a4262c",
    warning: "#8a5300",
    good: "#0b6e6e",
    bad: "#a8482c",
    track: "#edebe9",
    tick: "#323130",
  },
  dark: {
    error: "#ff99a4",
    warning: "#f6c66a",
    good: "#5cc4bd",
    bad: "#eda383",
    track: "#3b3a39",
    tick: "#ffffff",
  },
  contrast: {
    error: "#ffffff",
    warning: "#ffffff",
    good: "#ffff00",
    bad: "#00ffff",
    track: "#000000",
    tick: "#ffffff",
  },
};

/** Makes a theme the page's own: Fabric's controls, and the variables of the page's style. */
export function applyTheme(name: ThemeName): ITheme {
  const theme = themes[name];
  loadTheme(theme);
  const { palette, semanticColors } = theme;
  const variables = {
    paper: semanticColors.bodyBackground,
    ink: semanticColors.bodyText,
    quiet: palette.neutralSecondary,
    line: name === "contrast" ? palette.neutralPrimary : palette.neutralLight,
    hover: palette.neutralLighter,
    accent: palette.themePrimary,
    "accent-soft": palette.themeLighter,
    ...ownColours[name],
  };
  const { style } = document.documentElement;
  for (const [variable, colour] of Object.entries(variables)) style.setProperty(`--${variable}`, colour);
  style.setProperty("color-scheme", name === "light" ? "light" : "dark");
  return theme;
}
