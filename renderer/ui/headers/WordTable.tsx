import { lastByteOf } from '../../../shared/headers/header-word.ts';
import type { StoredWord } from '../../../shared/headers/stored-words.ts';
import styles from './headers.module.css';

/** The words of one header: where each is, its exact value, and what it means. */
export const WordTable = ({ words }: { readonly words: readonly StoredWord[] }) => (
  <table className={styles['words']}>
    <thead>
      <tr>
        <th scope="col">Bytes</th>
        <th scope="col">Type</th>
        <th scope="col">Name</th>
        <th scope="col" className={styles['number']}>
          Value
        </th>
        <th scope="col">Meaning</th>
        <th scope="col">Word</th>
      </tr>
    </thead>
    <tbody>
      {words.map(({ word, text, hex, meaning }) => (
        <tr key={word.byte} data-zero={/^(0|)$/.test(text)}>
          <td className={styles['mono']}>{bytesText(word.byte, lastByteOf(word))}</td>
          <td>{word.type}</td>
          <th scope="row" className={styles['mono']}>
            {word.name}
          </th>
          <td className={styles['number']} title={hex}>
            {text}
          </td>
          <td>{meaning}</td>
          <td>{word.title}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const bytesText = (first: number, last: number): string => (first === last ? String(first) : `${first}–${last}`);
