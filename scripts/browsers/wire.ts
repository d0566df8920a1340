/** Commands of W3C WebDriver that the journey needs, as Marionette and as HTTP name them. */
export const COMMANDS = {
  go: { marionette: 'WebDriver:Navigate', method: 'POST', path: 'url' },
  find: { marionette: 'WebDriver:FindElement', method: 'POST', path: 'element' },
  click: { marionette: 'WebDriver:ElementClick', method: 'POST', path: 'element/{id}/click' },
  type: { marionette: 'WebDriver:ElementSendKeys', method: 'POST', path: 'element/{id}/value' },
  run: { marionette: 'WebDriver:ExecuteScript', method: 'POST', path: 'execute/sync' },
  picture: { marionette: 'WebDriver:TakeScreenshot', method: 'GET', path: 'screenshot' },
} as const;

export type Command = keyof typeof COMMANDS;
export type Parameters = Readonly<Record<string, unknown>>;

/** A browser that obeys; `send` rejects with what the browser says against it. */
export interface Wire {
  send(command: Command, parameters?: Parameters): Promise<unknown>;
  close(): Promise<void>;
}

/** `private`: a window that keeps nothing. */
export type Window = 'ordinary' | 'private';

/** A real browser; `missing` says what to install, or nothing where it can be started. */
export interface Engine {
  readonly name: string;
  missing(): string | undefined;
  /** What is typed into a date's field for `YYYY-MM-DD`. */
  dateKeys(day: string): string;
  open(window: Window): Promise<Wire>;
}
