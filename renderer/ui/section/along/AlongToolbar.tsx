import { useStore } from 'zustand';
import type { AlongInterpolation } from '../../../../shared/geometry/along/trace-weights.ts';
import { useViewer } from '../../../bindings/viewer.tsx';
import type { AlongCube } from '../../../state/along/along-situation.ts';
import { Choice } from '../../controls/Choice.tsx';
import { Segments } from '../../controls/Segments.tsx';
import { formatCount } from '../../shell/format.ts';
import shell from '../../shell/shell.module.css';
import styles from './along.module.css';

const WAYS: readonly { readonly value: AlongInterpolation; readonly label: string; readonly hint: string }[] = [
  { value: 'nearest', label: 'Nearest', hint: 'The trace of the bin that the trace of the line lies in' },
  { value: 'bilinear', label: 'Bilinear', hint: 'Between the four traces of the cube round it' },
];

export function AlongToolbar({ situation }: { readonly situation: AlongCube }) {
  const { along } = useViewer().stores;
  const interpolation = useStore(along, (state) => state.interpolation);
  const { cube, cubes, line, plane } = situation;
  const inside = cubes.find(({ info }) => info === cube)?.insideCount ?? 0;
  const traceCount = line.lines?.lines[plane.line]?.traceCount ?? plane.count;
  const facts = `${formatCount(inside)} of ${formatCount(traceCount)} traces inside`;
  return (
    <div className={shell['toolbar']} role="toolbar" aria-label="Cube along the line">
      {cubes.length > 1 ? (
        <Choice
          label="Cube"
          value={cube.id}
          options={cubes.map(({ info }) => ({ value: info.id, label: info.name }))}
          onChange={(chosenId) => along.setState({ chosenId })}
        />
      ) : (
        <span className={styles['cube']} title={cube.path ?? undefined}>
          {cube.name}
        </span>
      )}
      <span className={styles['facts']} title={facts}>
        {facts}
      </span>
      <span className={shell['spring']} />
      <Segments
        label="Interpolation between the cube's traces"
        value={interpolation}
        options={WAYS}
        onChange={(chosen) => along.setState({ interpolation: chosen })}
      />
    </div>
  );
}
