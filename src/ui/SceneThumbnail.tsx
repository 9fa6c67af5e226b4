import type { WorldConfig } from '../world/config.ts';
import { drawingOf } from '../world/drawing.ts';
import type { Scene } from '../world/scene.ts';
import { sceneSvg } from '../images/sceneSvg.ts';

interface Props {
  config: WorldConfig;
  scene: Scene;
  label: string;
}

/** A small crisp picture of a scene of the toy world. */
export function SceneThumbnail({ config, scene, label }: Props) {
  const svg = sceneSvg(drawingOf(config, scene));
  return (
    <img
      class="scene-thumbnail"
      src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
      alt={label}
      width="56"
      height="56"
    />
  );
}
