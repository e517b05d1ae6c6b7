import type { TestApplication } from './application.js';
import { PASSWORD } from './sites.js';

export interface PageAnswer {
  readonly status: number;
  /** Where a redirect leads. */
  readonly location: string | undefined;
  readonly html: string;
}

/** A person at the pages, without a browser: follows nothing, fills in forms by name, keeps cookies. */
export class PageUser {
  private readonly cookies = new Map<string, string>();

  private constructor(private readonly t: TestApplication) {}

  static async signedIn(t: TestApplication, login: string): Promise<PageUser> {
    const user = new PageUser(t);
    const { status } = await user.submit('/sign-in', '/sign-in', { login, password: PASSWORD });
    if (status !== 303) throw new Error(`${login} could not sign in to the pages`);
    return user;
  }

  get(url: string): Promise<PageAnswer> {
    return this.send({ method: 'GET', url });
  }

  /**
   * Fills in the form of the page at `url` that sends to `action`, with its hidden values as they are there.
   * @param having tells apart several forms with the same action, by hidden values
   * @param sentTo where the button that is pressed sends the form, if not to its action
   */
  async submit(url: string, action: string, fields: Readonly<Record<string, string>>, having: Readonly<Record<string, string>> = {}, sentTo = action): Promise<PageAnswer> {
    const { html } = await this.get(url);
    const hidden = formsOf(html, action).find((values) => Object.entries(having).every(([name, value]) => values[name] === value));
    if (!hidden) throw new Error(`${url} has no form that sends to ${action}`);
    return this.send({ method: 'POST', url: sentTo, payload: new URLSearchParams({ ...hidden, ...fields }).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  }

  private async send(request: { method: 'GET' | 'POST'; url: string; payload?: string; headers?: Record<string, string> }): Promise<PageAnswer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.t.app.inject({ ...request, headers: { ...request.headers, cookie } });
    for (const { name, value } of response.cookies) this.cookies.set(name, encodeURIComponent(value));
    const { location } = response.headers;
    return { status: response.statusCode, location: typeof location === 'string' ? location : undefined, html: response.body };
  }
}

/** The boxes of a date as a form sends them. */
export function dateBoxes(name: string, date: string): Record<string, string> {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}_era`]: '', [`${name}_year`]: year, [`${name}_month`]: month, [`${name}_day`]: day };
}

/** Hidden values of every form that sends to `action`, in the order of the page. */
function formsOf(html: string, action: string): Record<string, string>[] {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  return forms.filter((form) => form.includes(`method="post" action="${action}"`)).map((form) => {
    const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]));
  });
}
