import { createRequire } from 'node:module';
import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { IMAGE_SIZE } from '../../src/images/images.ts';
import { PHOTOS, type PhotoId } from '../../src/images/photos.ts';

export const getStaticPaths = () => Object.keys(PHOTOS).map((id) => ({ params: { id } }));

/** The photographs, cropped and resized at build time from the packages they come in. */
export const GET: APIRoute = async ({ params }) => {
  const { package: name, crop } = PHOTOS[params.id as PhotoId];
  const file = createRequire(import.meta.url).resolve(`${name}/data/image.jpg`);
  const { width, height } = await sharp(file).metadata();
  const side = Math.floor(Math.min(width, height) * crop.side);
  const left = Math.min(Math.round(crop.left * width), width - side);
  const top = Math.min(Math.round(crop.top * height), height - side);
  const bytes = await sharp(file)
    .extract({ left, top, width: side, height: side })
    .resize(IMAGE_SIZE, IMAGE_SIZE)
    .jpeg({ quality: 82 })
    .toBuffer();
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': 'image/jpeg' } });
};
