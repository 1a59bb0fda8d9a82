import { useStore } from 'zustand';
import { COLORMAP_NAMES, colormapTitle } from '../../../shared/colour/colormaps.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { Choice } from '../controls/Choice.tsx';
import { colormapGradient } from './colormap-gradient.ts';
import styles from './display.module.css';

const OPTIONS = COLORMAP_NAMES.map((name) => ({
  value: name,
  label: colormapTitle(name),
  sample: <span className={styles['swatch']} style={{ backgroundImage: colormapGradient(name, 1) }} />,
}));

export function ColormapChoice() {
  const { display } = useViewer().stores;
  const colormap = useStore(display, (state) => state.colormap);
  return (
    <Choice
      label="Colour map"
      value={colormap}
      options={OPTIONS}
      onChange={(chosen) => display.setState({ colormap: chosen })}
    />
  );
}
