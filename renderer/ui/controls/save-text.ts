import { saveBlob } from './save-blob.ts';

/** Saves a text as a file of the user's computer. */
export const saveText = (name: string, type: 'text/plain' | 'application/json', text: string): void =>
  saveBlob(name, new Blob([text], { type }));
