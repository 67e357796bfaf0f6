/** Language, theme and what Enter does; kept on this device by `lib/preferences`. */
export function AppearanceSettings() {
  return null;
}
