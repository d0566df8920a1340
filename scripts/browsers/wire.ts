/** The WebDriver commands that the journey needs, in Marionette and in HTTP notation. */
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

/** A WebDriver connection; `send` rejects with the browser's error message. */
export interface Wire {
  send(command: Command, parameters?: Parameters): Promise<unknown>;
  close(): Promise<void>;
}

/** `private`: a window that stores nothing. */
export type Window = 'ordinary' | 'private';

/** A browser to test in; `missing` returns what must be installed, or undefined if it can be started. */
export interface Engine {
  readonly name: string;
  missing(): string | undefined;
  /** The keys to type into a date field for `YYYY-MM-DD`. */
  dateKeys(day: string): string;
  open(window: Window): Promise<Wire>;
}
