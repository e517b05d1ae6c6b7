import { Injectable } from '@nestjs/common';
import type { PageContext } from '../../../platform/pages/index.js';
import type { Jobseeker } from '../../jobseekers.repository.js';

/** A part of a person's page that a later room fills: consents, periods of support. */
export interface PersonPanel {
  /** Smaller stands higher. */
  readonly position: number;
  /** A finished card, made of what the viewer may see. */
  render(page: PageContext, person: Jobseeker): Promise<JSX.Element>;
}

/** Where later rooms register their parts of a person's page. */
@Injectable()
export class PersonPanels {
  private readonly panels: PersonPanel[] = [];

  add(panel: PersonPanel): void {
    this.panels.push(panel);
    this.panels.sort((one, other) => one.position - other.position);
  }

  /** The parts in their order. */
  async render(page: PageContext, person: Jobseeker): Promise<JSX.Element[]> {
    return Promise.all(this.panels.map((panel) => panel.render(page, person)));
  }
}
