import type { APIRoute } from 'astro';
import { sceneSvg } from '../../src/images/sceneSvg.ts';
import { SCENES, type SceneId } from '../../src/images/scenes.ts';

export const getStaticPaths = () => Object.keys(SCENES).map((id) => ({ params: { id } }));

/** A drawn scene as a picture file: demos show it many times, and each page carries it once at most. */
export const GET: APIRoute = ({ params }) =>
  new Response(sceneSvg(SCENES[params.id as SceneId]), {
    headers: { 'Content-Type': 'image/svg+xml' },
  });
