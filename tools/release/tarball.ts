import { gzipSync } from "node:zlib";

const blockSize = 512;

/** A file of an archive. */
export interface ArchivedFile {
  name: string;
  text: string;
  isExecutable?: boolean;
}

/** A `.tar.gz` of a few small files: the same bytes whenever, wherever and by whomever it is made. */
export function tarball(files: readonly ArchivedFile[]): Buffer {
  const end = Buffer.alloc(2 * blockSize);
  const archive = gzipSync(Buffer.concat([...files.flatMap((file) => [header(file), content(file)]), end]));
  // The system it was made on: unknown.
  archive[9] = 255;
  return archive;
}

function content({ text }: ArchivedFile): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & (blockSize - 1))]);
}

/** In the form of POSIX, ustar. */
function header({ name, text, isExecutable = false }: ArchivedFile): Buffer {
  const block = Buffer.alloc(blockSize);
  block.write(name, 0);
  block.write(octal(isExecutable ? 0o755 : 0o644, 8), 100);
  block.write(octal(0, 8), 108);
  block.write(octal(0, 8), 116);
  block.write(octal(Buffer.byteLength(text), 12), 124);
  block.write(octal(0, 12), 136);
  block.write("0", 156);
  block.write("ustar\u000000", 257);
  block.write(octal(checksum(block), 8), 148);
  return block;
}

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, "0")}\0`;

/** The sum of all bytes, those of the sum itself taken for blanks. */
function checksum(block: Buffer): number {
  return block.reduce((sum, byte) => sum + byte, 8 * " ".charCodeAt(0));
}
