/* The look of launcher and panel. Everything is fixed to the window, and measured in the letter size the person chose. */

/**
 * A rule for the host element in here wins over any rule of the page around it, because both are important: that is how a
 * page that restyles everything is kept out. Sizes in em count from `medium`, which that page can't change either.
 */
export const STYLE = `
:host {
  all: initial !important;
  direction: ltr !important;
  display: block !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  z-index: 2147483647 !important;
  font: medium/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif !important;
  overflow: visible !important;
}
*, ::before, ::after { box-sizing: border-box; }
button {
  min-width: 44px; min-height: 44px; margin: 0; border: 2px solid transparent; padding: 0.5em 1em;
  background: var(--colour); color: var(--on-colour); font: inherit; font-weight: 600; cursor: pointer;
}
:focus-visible { outline: 3px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #fff, 0 0 0 7px #fff; }
.launcher {
  position: fixed; bottom: max(1em, env(safe-area-inset-bottom)); display: flex; align-items: center; gap: 0.6em;
  max-width: calc(100vw - 2em); min-height: 3.25em; border-color: #fff; border-radius: 2em;
  box-shadow: 0 0 0 1px rgb(0 0 0 / 30%), 0 0.25em 1em rgb(0 0 0 / 25%); overflow-wrap: anywhere; text-align: start;
}
.launcher svg { flex: none; width: 1.5em; height: 1.5em; fill: none; stroke: currentColor; stroke-width: 2; }
.panel {
  position: fixed; inset: auto; bottom: 5.25em; width: 27em; max-width: calc(100vw - 2em); height: 44em;
  max-height: calc(100vh - 6.25em); max-height: calc(100dvh - 6.25em); margin: 0; border: 1px solid #767676; border-radius: 0.75em;
  padding: 0; background: Canvas; color: CanvasText; box-shadow: 0 0.5em 2em rgb(0 0 0 / 30%); color-scheme: light dark;
  overflow: hidden;
}
.panel[open] { display: flex; flex-direction: column; }
.rechts { right: 1em; }
.links { left: 1em; }
.bar {
  display: flex; flex: none; align-items: center; justify-content: space-between; gap: 1em; padding-inline: 1em 0.25em;
  border-bottom: 1px solid transparent; background: var(--colour); color: var(--on-colour); overflow-wrap: anywhere;
}
.title { margin: 0; font-size: 1em; font-weight: 600; }
.bar :focus-visible { outline-color: var(--on-colour); outline-offset: -5px; box-shadow: none; }
iframe { flex: 1; width: 100%; min-height: 0; border: 0; }
.why { padding: 1em; overflow: auto; }
.why a { display: inline-block; padding-block: 0.6em; color: LinkText; }
[hidden] { display: none !important; }
.panel.whole { inset: 0; width: 100%; max-width: none; height: 100%; max-height: none; border: 0; border-radius: 0; }
@media (prefers-reduced-motion: no-preference) {
  .panel[open]:not(.whole) { animation: rise 0.15s ease-out; }
  @keyframes rise { from { opacity: 0; translate: 0 0.5em; } }
}
@media (forced-colors: active) {
  button { border-color: ButtonText; }
  .bar { border-color: CanvasText; }
}
@media print { :host { display: none !important; } }
`;
