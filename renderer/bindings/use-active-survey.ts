import { useStore } from 'zustand';
import { surveyOf, type OpenSurvey } from '../state/session-store.ts';
import { useViewer } from './viewer.tsx';

/** The survey that is looked at; null where none is open. */
export function useActiveSurvey(): OpenSurvey | null {
  const { session, view } = useViewer().stores;
  const id = useStore(view, (state) => state.activeSurveyId);
  return useStore(session, (state) => surveyOf(state, id));
}
