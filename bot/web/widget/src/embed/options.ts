/* What the one line on the intranet may say, and what is so when it says nothing: the house style the server gives along. */

/** What the server knows and puts around this script: see bot/web/house.py. */
export interface House {
  /** Name of the bot. */
  readonly bot: string;
  /** Colour of the organisation, `#rrggbb`. */
  readonly colour: string;
  /** Origins that may show the bot in a page. */
  readonly origins: readonly string[];
}

export interface Options {
  readonly title: string;
  readonly colour: string;
  readonly side: "rechts" | "links";
  readonly isOpen: boolean;
  /** Address of the page in the frame, and of the same page in a tab of its own. */
  readonly framed: string;
  readonly alone: string;
}

const SIDES = ["rechts", "links"] as const;
/** The ways to begin, which the first question offers too. */
export const ROUTES = ["kort", "rustig", "plan"] as const;
const COLOUR = /^#[0-9a-f]{6}$/i;
const MOST_TITLE = 40; // characters

/** Read the attributes of the script; what can't be used is said on the console, for who wrote it, and passed over. */
export function readOptions(script: HTMLScriptElement, house: House): Options {
  const { titel, kleur, plek, route, open } = script.dataset;
  const start = oneOf(ROUTES, "data-route", route);
  return {
    title: titel?.trim().slice(0, MOST_TITLE) || house.bot,
    colour: kleur === undefined || fits("data-kleur", kleur, COLOUR, "#0f766e") ? (kleur ?? house.colour) : house.colour,
    side: oneOf(SIDES, "data-plek", plek) ?? "rechts",
    isOpen: open !== undefined && open !== "nee",
    framed: address(script.src, start, true),
    alone: address(script.src, start, false),
  };
}

function address(script: string, route: string | undefined, isFramed: boolean): string {
  const asked = [...(isFramed ? ["ingebed"] : []), ...(route ? [`route=${route}`] : [])].join("&");
  return new URL(asked ? `/?${asked}` : "/", script).href;
}

function oneOf<T extends string>(known: readonly T[], name: string, given: string | undefined): T | undefined {
  const found = known.find((each) => each === given);
  if (given !== undefined && !found) warn(name, given, known.join(", "));
  return found;
}

function fits(name: string, given: string, pattern: RegExp, example: string): boolean {
  const isRight = pattern.test(given);
  if (!isRight) warn(name, given, example);
  return isRight;
}

function warn(name: string, given: string, instead: string): void {
  console.warn(`Het andere gesprek: ${name}="${given}" kan niet. Wel: ${instead}.`);
}

/** Return black or white, whichever can be read better on a colour (WCAG 2.2, relative luminance). */
export function textOn(colour: string): "#000000" | "#ffffff" {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return (luminance + 0.05) ** 2 > 1.05 * 0.05 ? "#000000" : "#ffffff";
}
