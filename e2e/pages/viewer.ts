/** The whole page, with a survey open. */
import type { Page } from '@playwright/test';
import { DisplayPanelPage } from './display-panel.ts';
import { PositionPanelPage } from './position-panel.ts';
import { SectionViewPage } from './section-view.ts';
import { SurveyTreePage } from './survey-tree.ts';
import { TimingOverlayPage } from './timing-overlay.ts';

export class ViewerPage {
  readonly page: Page;
  readonly section: SectionViewPage;
  readonly position: PositionPanelPage;
  readonly display: DisplayPanelPage;
  readonly tree: SurveyTreePage;
  readonly timing: TimingOverlayPage;

  constructor(page: Page) {
    this.page = page;
    this.section = new SectionViewPage(page);
    this.position = new PositionPanelPage(page);
    this.display = new DisplayPanelPage(page);
    this.tree = new SurveyTreePage(page);
    this.timing = new TimingOverlayPage(page);
  }
}
