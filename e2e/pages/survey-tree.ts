/** The open surveys, and what went wrong with those that are not. */
import type { Locator, Page } from '@playwright/test';

export class SurveyTreePage {
  readonly surveys: Locator;
  /** Whatever failed, anywhere on the page, as it is told to the user. */
  readonly faults: Locator;

  constructor(page: Page) {
    this.surveys = page.getByTestId('survey-item');
    this.faults = page.getByTestId('fault');
  }

  survey(name: string): Locator {
    return this.surveys.filter({ hasText: name });
  }
}
