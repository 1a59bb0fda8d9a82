/** The open surveys, and what went wrong with those that are not. */
import type { Locator, Page } from '@playwright/test';

export class SurveyTreePage {
  readonly surveys: Locator;
  /** Whatever failed, anywhere on the page, as it is told to the user. */
  readonly faults: Locator;
  /** Jobs that run, here and in the welcome view. */
  readonly jobs: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.surveys = page.getByTestId('survey-item');
    this.jobs = page.getByTestId('job');
    this.faults = page.getByTestId('fault');
  }

  /** Looks at a survey that is open; `fileName` in full. */
  async activate(fileName: string): Promise<void> {
    await this.survey(fileName).getByRole('button', { name: fileName, exact: true }).click();
  }

  async close(fileName: string): Promise<void> {
    await this.survey(fileName)
      .getByRole('button', { name: `Close ${fileName}`, exact: true })
      .click();
  }

  async showDetails(name: string): Promise<void> {
    await this.survey(name)
      .getByRole('button', { name: /^Details of/ })
      .click();
  }

  /** What the reader noticed in a survey, as the details list it. The dialog is closed again. */
  async findings(name: string): Promise<string[]> {
    await this.showDetails(name);
    const dialog = this.#page.getByRole('dialog');
    const findings = await dialog.getByTestId('finding').allInnerTexts();
    await dialog.getByRole('button', { name: 'Close' }).click();
    return findings;
  }

  survey(name: string): Locator {
    return this.surveys.filter({ hasText: name });
  }
}
