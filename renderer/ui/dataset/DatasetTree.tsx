import { Box, CornerDownRight, Folder, Tag } from 'lucide-react';
import { useStore } from 'zustand';
import type { Hdf5Node, Hdf5Outline } from '../../../shared/hdf5/hdf5-outline.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import styles from './dataset.module.css';
import { nameOfPath, shapeText, storedText } from './dataset-words.ts';

/** Groups, datasets and attributes as they lie in one another. Datasets that can be a survey are chosen here. */
export function DatasetTree({ outline }: { readonly outline: Hdf5Outline }) {
  const choosable = new Set(outline.proposals.map(({ overrides }) => overrides.dataset));
  return (
    <>
      <ul className={styles['nodes']} aria-label="Objects of the file">
        {outline.nodes.map((node) => (
          <li key={node.path} style={{ paddingLeft: `${depthOf(node) * 14}px` }}>
            {choosable.has(node.path) ? <DatasetChoice node={node} /> : <PlainNode node={node} />}
            {node.attributes.length > 0 && <Attributes node={node} />}
          </li>
        ))}
      </ul>
      {outline.isCut && <p className={styles['more']}>There is more than is listed.</p>}
    </>
  );
}

const depthOf = ({ path }: Hdf5Node): number => (path === '/' ? 0 : path.split('/').length - 1);

function DatasetChoice({ node }: { readonly node: Hdf5Node }) {
  const { stores, datasets } = useViewer();
  const isChosen = useStore(stores.dataset, ({ dataset }) => dataset === node.path);
  return (
    <button
      type="button"
      className={styles['choice']}
      aria-pressed={isChosen}
      data-testid="dataset-choice"
      onClick={() => datasets.choose(node.path)}
    >
      <Box aria-hidden />
      <NodeWords node={node} />
    </button>
  );
}

const PlainNode = ({ node }: { readonly node: Hdf5Node }) => (
  <div className={styles['plain']}>
    <NodeIcon kind={node.kind} />
    <NodeWords node={node} />
  </div>
);

function NodeIcon({ kind }: Pick<Hdf5Node, 'kind'>) {
  if (kind === 'group') return <Folder aria-hidden />;
  return kind === 'link' ? <CornerDownRight aria-hidden /> : <Tag aria-hidden />;
}

const NodeWords = ({ node: { path, dataset, target } }: { readonly node: Hdf5Node }) => (
  <span className={styles['words']}>
    <span className={styles['nodeName']}>
      {path === '/' ? '/' : nameOfPath(path)}
      {target !== null && ` → ${target}`}
    </span>
    {dataset !== null && (
      <span className={styles['shape']} title={storedText(dataset)}>
        {shapeText(dataset)} {dataset.type.replace(/, (little|big)-endian$/, '')}
      </span>
    )}
  </span>
);

/** Closed at first: there may be many. */
const Attributes = ({ node: { attributes } }: { readonly node: Hdf5Node }) => (
  <details className={styles['attributes']}>
    <summary>{attributes.length === 1 ? '1 attribute' : `${attributes.length} attributes`}</summary>
    <dl>
      {attributes.map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  </details>
);
