/** The first tab of a survey's details: what is the matter with its file, and where it is mended. */
import type { Locator, Page } from '@playwright/test';

export class HealthReportPage {
  readonly dialog: Locator;
  readonly verdict: Locator;
  readonly findings: Locator;
  /** How the file is read now. */
  readonly origin: Locator;
  /** What the user settled, one item each. */
  readonly settled: Locator;
  readonly fault: Locator;
  readonly keep: Locator;
  readonly readAsDetected: Locator;
  readonly otherReadings: Locator;
  readonly saveText: Locator;
  readonly saveJson: Locator;
  readonly copy: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog').filter({ has: page.getByRole('tab', { name: /^Health/ }) });
    this.verdict = this.dialog.getByTestId('health-verdict');
    this.findings = this.dialog.getByTestId('finding');
    this.origin = this.dialog.getByRole('status');
    this.settled = this.dialog.getByRole('list', { name: 'Settled by you' }).getByRole('listitem');
    this.fault = this.dialog.getByTestId('fault');
    this.keep = this.dialog.getByRole('button', { name: 'Keep for this file' });
    this.readAsDetected = this.dialog.getByRole('button', { name: 'Read as detected' });
    this.otherReadings = this.dialog.getByRole('button', { name: 'Other readings…' });
    this.saveText = this.dialog.getByRole('button', { name: 'Save report' });
    this.saveJson = this.dialog.getByRole('button', { name: 'Save JSON' });
    this.copy = this.dialog.getByRole('button', { name: 'Copy the report' });
  }

  /** By its code. */
  finding(code: string): Locator {
    return this.findings.filter({ hasText: code });
  }

  remedy(code: string, label: string): Locator {
    return this.finding(code).getByRole('button', { name: label, exact: true });
  }

  takeBack(what: string): Locator {
    return this.dialog.getByRole('button', { name: `Take back: ${what}`, exact: true });
  }
}
