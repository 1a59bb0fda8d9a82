/** Display-referred sRGB bytes, written to the screen as they are. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Shown where there is no live trace. In none of the colour maps, so that nothing measured can look like it. */
export const ABSENT_RGB: { readonly light: Rgb; readonly dark: Rgb } = {
  light: [206, 220, 200],
  dark: [38, 54, 44],
};
