import type { TestApplication } from './application.js';
import { PASSWORD } from './sites.js';

export interface PageAnswer {
  readonly status: number;
  /** Where a redirect leads. */
  readonly location: string | undefined;
  readonly html: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

type Fields = Readonly<Record<string, string>>;

/** A person at the pages, without a browser: follows nothing, fills in forms by name, keeps cookies. */
export class PageUser {
  private readonly cookies = new Map<string, string>();

  private constructor(private readonly t: TestApplication) {}

  static async signedIn(t: TestApplication, login: string): Promise<PageUser> {
    const user = new PageUser(t);
    await user.signIn(login);
    return user;
  }

  /** Signs in in the same browser, whoever was signed in before. */
  async signIn(login: string): Promise<void> {
    const { status } = await this.submit('/sign-in', '/sign-in', { login, password: PASSWORD });
    if (status !== 303) throw new Error(`${login} could not sign in to the pages`);
  }

  get(url: string): Promise<PageAnswer> {
    return this.send({ method: 'GET', url });
  }

  /**
   * Fills in the form of the page at `url` that sends to `action`, with its hidden values as they are there.
   * @param having tells apart several forms with the same action, by hidden values
   * @param sentTo where the button that is pressed sends the form, if not to its action
   */
  async submit(url: string, action: string, fields: Fields, having: Fields = {}, sentTo = action): Promise<PageAnswer> {
    return this.submitFrom(await this.get(url), action, fields, having, sentTo);
  }

  /** The same on a page that was opened before. */
  async submitFrom(
    { html }: PageAnswer,
    action: string,
    fields: Fields,
    having: Fields = {},
    sentTo = action,
  ): Promise<PageAnswer> {
    const hidden = formsOf(html, action).find((values) =>
      Object.entries(having).every(([name, value]) => values.get(name) === value),
    );
    if (!hidden) throw new Error(`no form that sends to ${action}`);
    for (const [name, value] of Object.entries(fields)) hidden.set(name, value);
    return this.post(sentTo, hidden);
  }

  /** @param sentFrom what the browser tells of the page that sends; by default that it is one of ours */
  post(
    url: string,
    fields: URLSearchParams,
    sentFrom: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' },
  ): Promise<PageAnswer> {
    return this.send({
      method: 'POST',
      url,
      payload: fields.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...sentFrom },
    });
  }

  /** What the browser forgets when it is told to, or closed. */
  forget(cookie: string): void {
    this.cookies.delete(cookie);
  }

  /** What the browser sends as `cookie`. */
  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private async send(request: {
    method: 'GET' | 'POST';
    url: string;
    payload?: string;
    headers?: Record<string, string>;
  }): Promise<PageAnswer> {
    const headers = { ...request.headers, cookie: this.cookieHeader() };
    const response = await this.t.app.inject({ ...request, headers });
    for (const { name, value } of response.cookies) this.cookies.set(name, encodeURIComponent(value));
    const { location } = response.headers;
    return {
      status: response.statusCode,
      location: typeof location === 'string' ? location : undefined,
      html: response.body,
      headers: response.headers,
    };
  }
}

/** The boxes of a date as a form sends them. */
export function dateBoxes(name: string, date: string): Record<string, string> {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}_era`]: '', [`${name}_year`]: year, [`${name}_month`]: month, [`${name}_day`]: day };
}

/** Hidden values of every form that sends to `action`, in the order of the page. */
function formsOf(html: string, action: string): URLSearchParams[] {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  return forms
    .filter((form) => form.includes(`method="post" action="${action}"`))
    .map((form) => {
      const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
      return new URLSearchParams(
        inputs.map(([, name = '', value = '']): [string, string] => [textOf(name), textOf(value)]),
      );
    });
}

/** What markup stands for. */
export function textOf(markup: string): string {
  return markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
