import { FolderSearch, ListX } from 'lucide-react';
import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { countOf, fileNameOf, formatCount } from '../shell/format.ts';
import styles from './tree.module.css';

/** With fewer a glance is quicker than a word. */
const FILTERED_FROM = 12;

interface TreeHeadProps {
  readonly surveyCount: number;
  readonly shownCount: number;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
}

/** Above the list, where there is more than one survey or a folder to come back to. */
export function TreeHead({ surveyCount, shownCount, filter, onFilter }: TreeHeadProps) {
  const { stores, folders } = useViewer();
  const hasFolder = useStore(stores.folder, (state) => state.status !== 'none');
  const path = useStore(stores.folder, (state) => state.path);
  if (surveyCount < 2 && !hasFolder) return null;
  const isFiltered = shownCount < surveyCount;
  return (
    <div className={styles['treeHead']}>
      <div className={styles['treeHeadRow']}>
        <span className={styles['treeCount']}>
          {isFiltered ? `${formatCount(shownCount)} of ` : ''}
          {countOf(surveyCount, 'survey')}
        </span>
        {hasFolder && (
          <IconButton label={`Surveys in ${fileNameOf(path)}`} onClick={() => folders.show(true)}>
            <FolderSearch aria-hidden />
          </IconButton>
        )}
        {surveyCount > 1 && (
          <IconButton label="Close all surveys" onClick={() => void folders.closeAll()}>
            <ListX aria-hidden />
          </IconButton>
        )}
      </div>
      {surveyCount >= FILTERED_FROM && (
        <input
          type="search"
          className={styles['treeFilter']}
          placeholder="Filter"
          aria-label="Filter open surveys"
          spellCheck={false}
          value={filter}
          onChange={(event) => onFilter(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
