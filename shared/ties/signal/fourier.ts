/** The discrete Fourier transform of a power of two of complex numbers, in place (Cooley and Tukey, radix 2). */
export class Fourier {
  readonly size: number;
  readonly #cosine: Float64Array;
  readonly #sine: Float64Array;
  readonly #reversed: Uint32Array;

  /** @throws RangeError where `size` is no power of two */
  constructor(size: number) {
    if (size < 2 || (size & (size - 1)) !== 0) throw new RangeError(`${size} is no power of two`);
    this.size = size;
    this.#cosine = Float64Array.from({ length: size / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / size));
    this.#sine = Float64Array.from({ length: size / 2 }, (_, k) => Math.sin((2 * Math.PI * k) / size));
    this.#reversed = new Uint32Array(size);
    for (let i = 1; i < size; i += 1) {
      this.#reversed[i] = (this.#reversed[i >> 1]! >> 1) | ((i & 1) * (size >> 1));
    }
  }

  /** X[k] = sum of x[j] exp(-2 pi i j k / size) */
  forward(real: Float64Array, imaginary: Float64Array): void {
    this.#reorder(real, imaginary);
    const { size } = this;
    const cosine = this.#cosine;
    const sine = this.#sine;
    for (let half = 1; half < size; half *= 2) {
      const step = size / (2 * half);
      for (let first = 0; first < size; first += 2 * half) {
        for (let k = first, turn = 0; k < first + half; k += 1, turn += step) {
          const c = cosine[turn]!;
          const s = sine[turn]!;
          const x = real[k + half]!;
          const y = imaginary[k + half]!;
          const re = c * x + s * y;
          const im = c * y - s * x;
          real[k + half] = real[k]! - re;
          imaginary[k + half] = imaginary[k]! - im;
          real[k]! += re;
          imaginary[k]! += im;
        }
      }
    }
  }

  /** Undoes `forward`. */
  inverse(real: Float64Array, imaginary: Float64Array): void {
    // With real and imaginary parts exchanged the forward transform turns the other way.
    this.forward(imaginary, real);
    const scale = 1 / this.size;
    for (let k = 0; k < this.size; k += 1) {
      real[k]! *= scale;
      imaginary[k]! *= scale;
    }
  }

  #reorder(real: Float64Array, imaginary: Float64Array): void {
    const reversed = this.#reversed;
    for (let i = 0; i < this.size; i += 1) {
      const j = reversed[i]!;
      if (j <= i) continue;
      const x = real[i]!;
      const y = imaginary[i]!;
      real[i] = real[j]!;
      imaginary[i] = imaginary[j]!;
      real[j] = x;
      imaginary[j] = y;
    }
  }
}

const plans = new Map<number, Fourier>();

/** The tables of a size are made once. */
export function fourierOf(size: number): Fourier {
  const plan = plans.get(size) ?? new Fourier(size);
  plans.set(size, plan);
  return plan;
}
