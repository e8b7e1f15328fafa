// Portraits: 8 × 8 squares, mirrored, in three colours, decided by a word. Drawn once on a canvas,
// then a PNG like any other.
// @ts-check

const SQUARES = 8;

/**
 * Draws the portrait of `word` over the whole of `canvas`.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {string} word
 */
export function draw(canvas, word) {
  const context = canvas.getContext("2d");
  if (context === null) return;
  const random = generator(word);
  const hue = Math.floor(random() * 360);
  const size = canvas.width / SQUARES;
  context.fillStyle = `hsl(${hue} 42% 84%)`;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const colours = [`hsl(${hue} 46% 42%)`, `hsl(${(hue + 35) % 360} 62% 58%)`];
  for (let row = 1; row < SQUARES - 1; row += 1) {
    for (let column = 1; column < SQUARES / 2; column += 1) {
      const drawn = random();
      if (drawn > 0.66) continue;
      context.fillStyle = colours[drawn < 0.44 ? 0 : 1] ?? "";
      context.fillRect(column * size, row * size, size, size);
      context.fillRect((SQUARES - 1 - column) * size, row * size, size, size);
    }
  }
}

/**
 * The bytes of what `canvas` shows, as a PNG.
 *
 * @param {HTMLCanvasElement} canvas
 * @returns {Promise<Uint8Array>}
 */
export async function png(canvas) {
  /** @type {Blob | null} */
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("the browser cannot encode the portrait");
  return new Uint8Array(await blob.arrayBuffer());
}

/**
 * Numbers from 0 up to 1 that depend on nothing but the word (FNV-1a into mulberry32).
 *
 * @param {string} word
 * @returns {() => number}
 */
function generator(word) {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(word)) {
    state = Math.imul(state ^ byte, 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
