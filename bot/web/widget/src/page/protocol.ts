/* What goes over the line: docs/api.md in types. */

export type Message = { text: string } | { choice: string } | { edit: { key: string; text: string } };

export interface Choice {
  title: string;
  choice: string;
}

export interface Drawing {
  svg: string;
  alt: string;
}

export interface Line {
  key: string;
  heading: string;
  label: string;
  text: string;
}

export interface Part {
  number: number;
  title: string;
  text: string;
  chosen: boolean;
  heading?: string;
  proposed?: boolean;
}

export interface Summary {
  kind: "samenvatting";
  lines: Line[];
  plan?: { heading: string; text: string };
}

/** The drawing as it is now, with its dimensions clockwise from the top. */
export interface Web extends Drawing {
  dimensions: { key: string; name: string }[];
}

/** A sheet says the same as the text of its message in parts; of a kind that isn't here the text is shown. */
export type Sheet =
  | Summary
  | { kind: "onderdelen"; items: Part[] }
  | { kind: "akkoord" }
  | { kind: "nieuws" }; // what happened since the last visit

export interface Said {
  text: string;
  buttons: Choice[];
  image: Drawing | null;
  sheet?: Sheet;
}

export interface Expects {
  key: string | null;
  kind: "text" | "score" | "choice" | "confirm" | "none";
}

export interface Answer {
  capsule: string | null;
  messages: Said[];
  expects: Expects;
  stage: string;
  drawing?: Web | null;
  summary?: Summary;
  forgotten?: true;
}
