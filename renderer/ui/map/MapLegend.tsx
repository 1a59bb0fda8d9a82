import { useStore } from 'zustand';
import { useTheme } from '../../bindings/use-theme.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { groupCssColour } from '../../bindings/map/group-colours.ts';
import styles from './map.module.css';

/** More would hide the map. */
const MOST_GROUPS = 10;

/** Which colour is which survey; nothing where there is one. */
export function MapLegend() {
  const groups = useStore(useViewer().stores.map, (state) => state.groups);
  const theme = useTheme();
  if (groups.length < 2) return null;
  const rest = groups.length - MOST_GROUPS;
  return (
    <ul className={styles['legend']} aria-label="Surveys on the map">
      {groups.slice(0, MOST_GROUPS).map(({ name, lineCount }, group) => (
        <li key={name} title={lineCount === 1 ? '1 line' : `${lineCount} lines`}>
          <span className={styles['swatch']} style={{ background: groupCssColour(theme, group) }} />
          {name}
        </li>
      ))}
      {rest > 0 && <li>and {rest} more</li>}
    </ul>
  );
}
