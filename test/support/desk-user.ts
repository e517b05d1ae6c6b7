import type { Locator } from 'playwright-core';
import type { Page, PageOptions, TestBrowser } from './browser.js';
import { PASSWORD } from './sites.js';

/** A day as it is typed: era, year of the era, month, day; '' as era is 西暦. */
export type TypedDay = readonly [era: string, year: string, month: string, day: string];

/** Somebody at a desk: finds everything by the words on the screen, as a person does. */
export class DeskUser {
  private constructor(readonly page: Page) {}

  static async signedIn(
    browser: TestBrowser,
    login: string,
    options: PageOptions,
    password = PASSWORD,
  ): Promise<DeskUser> {
    const user = new DeskUser(await browser.newPage(options));
    await user.page.goto('/');
    await user.type('ログインID', login);
    await user.type('パスワード', password);
    await user.press('サインイン');
    await user.page.getByRole('link', { name: 'ホーム', exact: true }).waitFor();
    return user;
  }

  private get main(): Locator {
    return this.page.getByRole('main');
  }

  /** Goes to a place of the menu. */
  async goTo(entry: string): Promise<void> {
    await this.page.getByRole('banner').getByRole('link', { name: entry, exact: true }).click();
    await this.page.waitForLoadState();
  }

  /** Follows the first link of that name. */
  async follow(link: string, within: Locator = this.main): Promise<void> {
    await within.getByRole('link', { name: link }).first().click();
    await this.page.waitForLoadState();
  }

  async press(button: string, within: Locator = this.main): Promise<void> {
    await within.getByRole('button', { name: button, exact: true }).click();
    await this.page.waitForLoadState();
  }

  async type(label: string, text: string): Promise<void> {
    await this.main.getByLabel(beginning(label)).first().fill(text);
  }

  async choose(label: string, option: string): Promise<void> {
    await this.main
      .getByRole('combobox', { name: beginning(label) })
      .first()
      .selectOption({ label: option });
  }

  /** Picks one of a few that are all in sight. */
  async pick(group: string, choice: string): Promise<void> {
    await this.group(group)
      .locator('label')
      .filter({ has: this.page.getByText(choice, { exact: true }) })
      .click();
  }

  /** Types a day into its boxes. */
  async typeDay(label: string, [era, year, month, day]: TypedDay): Promise<void> {
    const boxes = this.group(label);
    await boxes.getByRole('combobox').selectOption({ label: era === '' ? '西暦' : era });
    for (const [box, text] of [
      ['年', year],
      ['月', month],
      ['日', day],
    ] as const)
      await boxes.getByRole('textbox', { name: box, exact: true }).fill(text);
  }

  /** Unfolds what stands under a heading line. */
  async unfold(title: string): Promise<void> {
    await this.main.locator('summary', { hasText: title }).click();
  }

  /** Waits until the page says so. */
  async reads(text: string): Promise<void> {
    await this.main.getByText(text).first().waitFor();
  }

  group(label: string): Locator {
    return this.main.getByRole('group', { name: beginning(label) }).first();
  }
}

/** Labels go on with ※必須 or ※任意. */
function beginning(label: string): RegExp {
  return new RegExp(`^${label.replace(/[()（）.]/g, '\\$&')}`);
}
