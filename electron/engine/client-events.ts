/** Tells every client. */
import type { EngineEvents } from '../../shared/contract.ts';

/** What one client alone is told. */
export type OwnEvents = Pick<EngineEvents, 'headerProgress' | 'folderProgress'>;

/** What one client alone is told goes to it directly. */
export class ClientEvents implements Omit<EngineEvents, keyof OwnEvents> {
  readonly #clients = new Set<Partial<EngineEvents>>();

  add(events: Partial<EngineEvents>): void {
    this.#clients.add(events);
  }

  remove(events: Partial<EngineEvents>): void {
    this.#clients.delete(events);
  }

  surveyChanged: EngineEvents['surveyChanged'] = (info) => {
    for (const client of this.#clients) client.surveyChanged?.(info);
  };

  surveyClosed: EngineEvents['surveyClosed'] = (surveyId) => {
    for (const client of this.#clients) client.surveyClosed?.(surveyId);
  };

  surveyFailed: EngineEvents['surveyFailed'] = (failure) => {
    for (const client of this.#clients) client.surveyFailed?.(failure);
  };

  cubeFileChanged: EngineEvents['cubeFileChanged'] = (change) => {
    for (const client of this.#clients) client.cubeFileChanged?.(change);
  };

  jobChanged: EngineEvents['jobChanged'] = (job) => {
    for (const client of this.#clients) client.jobChanged?.(job);
  };

  openRequested: EngineEvents['openRequested'] = (requested) => {
    for (const client of this.#clients) client.openRequested?.(requested);
  };
}
