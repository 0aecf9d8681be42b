// Light, dark, or as the system has it: kept in this browser, shown by an attribute that the colours look at.

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
const KEY = "reportedly.theme";

class Chosen {
  theme = $state<Theme>("system");
}

export const chosen = new Chosen();

export function restore(): void {
  const kept = localStorage.getItem(KEY);
  wear(THEMES.find((theme) => theme === kept) ?? "system");
}

export function choose(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  wear(theme);
}

function wear(theme: Theme): void {
  chosen.theme = theme;
  document.documentElement.dataset["theme"] = theme;
}
