/** The whole page, with a survey open. */
import type { Locator, Page } from '@playwright/test';
import { CursorReadoutPage } from './cursor-readout.ts';
import { DisplayPanelPage } from './display-panel.ts';
import { PositionPanelPage } from './position-panel.ts';
import { SceneViewPage } from './scene-view.ts';
import { SectionViewPage } from './section-view.ts';
import { SurveyTreePage } from './survey-tree.ts';
import { TimingOverlayPage } from './timing-overlay.ts';
import { TraceChoicePage } from './trace-choice.ts';

export class ViewerPage {
  readonly page: Page;
  readonly scene: SceneViewPage;
  readonly section: SectionViewPage;
  readonly cursor: CursorReadoutPage;
  readonly position: PositionPanelPage;
  readonly display: DisplayPanelPage;
  readonly tree: SurveyTreePage;
  readonly timing: TimingOverlayPage;
  readonly choice: TraceChoicePage;
  /** Its name says which is chosen. */
  readonly theme: Locator;

  constructor(page: Page) {
    this.page = page;
    this.scene = new SceneViewPage(page);
    this.cursor = new CursorReadoutPage(page);
    this.section = new SectionViewPage(page);
    this.position = new PositionPanelPage(page);
    this.display = new DisplayPanelPage(page);
    this.tree = new SurveyTreePage(page);
    this.theme = page.getByRole('button', { name: /^Theme:/ });
    this.choice = new TraceChoicePage(page);
    this.timing = new TimingOverlayPage(page);
  }
}
