import tokens from '../../components/tokens.css?inline';
import type { Door, Reader } from '../../utils/page/door';
import { createLayer } from '../../utils/page/layer';
import { direction, language } from '../../utils/words/words';

/** Makes surfaces for other scripts of the frame: see `Reader.layer`. */
export const createLayers =
  (document: Document, door: Door): Reader['layer'] =>
  (css, near) => {
    const { theme } = door.settings;
    return createLayer(document, [tokens, css], near, { language: language(), direction: direction(), theme });
  };
