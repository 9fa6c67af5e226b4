import type { APIRoute } from 'astro';
import { standaloneListing } from '../../src/components/standaloneListing.ts';

/** PyTorch programs that stand alone, for readers to take home with an exported model. */
export const getStaticPaths = () => [{ params: { file: 'toy_vlm' } }];

export const GET: APIRoute = ({ params }) => new Response(standaloneListing(`${params.file}.py`));
