import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { PixelImage } from '../kernels/image.ts';
import { DEFAULT_IMAGE, isScene, imageUrl, scenePixels, type ImageId } from '../images/images.ts';
import {
  decodeFile,
  ImageError,
  loadPhoto,
  type DecodedImage,
  type ImageNotice,
  type ImageProblem,
} from '../images/decode.ts';
import type { Picture } from '../images/picture.ts';

export type ImageStatus =
  | { kind: 'idle' }
  | { kind: 'loading' }
  | { kind: 'problem'; problem: ImageProblem | 'photo' }
  | { kind: 'notices'; notices: ImageNotice[] };

interface Shown {
  pixels: PixelImage;
  picture: Picture;
}

const sceneShown = (id: ImageId): Shown | undefined =>
  isScene(id) ? { pixels: scenePixels(id), picture: { url: imageUrl(id) } } : undefined;

/**
 * The image a demo works on: the one its state names, or the reader's own, which lives in memory
 * only. Whatever goes wrong, the last good image stays.
 */
export function useImage(id: ImageId) {
  const [file, setFile] = useState<DecodedImage>();
  const [photo, setPhoto] = useState<Shown & { id: ImageId }>();
  const [status, setStatus] = useState<ImageStatus>({ kind: 'idle' });

  useEffect(() => {
    if (isScene(id)) return setStatus({ kind: 'idle' });
    let current = true;
    setStatus({ kind: 'loading' });
    const url = imageUrl(id);
    loadPhoto(url).then(
      (pixels) => {
        if (!current) return;
        setPhoto({ id, pixels, picture: { url } });
        setStatus({ kind: 'idle' });
      },
      () => current && setStatus({ kind: 'problem', problem: 'photo' }),
    );
    return () => {
      current = false;
    };
  }, [id]);

  useEffect(() => () => file && URL.revokeObjectURL(file.url), [file]);

  const acceptFile = useCallback(async (blob: Blob) => {
    setStatus({ kind: 'loading' });
    try {
      const decoded = await decodeFile(blob);
      setFile(decoded);
      setStatus({ kind: 'notices', notices: decoded.notices });
    } catch (error) {
      setStatus({
        kind: 'problem',
        problem: error instanceof ImageError ? error.problem : 'broken',
      });
    }
  }, []);
  const forgetFile = useCallback(() => {
    setFile(undefined);
    setStatus({ kind: 'idle' });
  }, []);

  const shown: Shown = useMemo(
    () =>
      file
        ? { pixels: file.pixels, picture: { url: file.url } }
        : (sceneShown(id) ?? photo ?? sceneShown(DEFAULT_IMAGE)!),
    [file, id, photo],
  );
  return { ...shown, isOwn: file !== undefined, status, acceptFile, forgetFile };
}
