import { once } from 'node:events';
import { constants, createDeflateRaw } from 'node:zlib';

/** A deflate stream of a piece of text many times over: one of them is packed, the rest are copies. */
export async function packedRepeat({
  begin = '',
  piece,
  times,
  end = '',
}: {
  begin?: string;
  piece: string;
  times: number;
  end?: string;
}): Promise<Buffer> {
  const packer = createDeflateRaw({ level: 9 });
  const chunks: Buffer[] = [];
  packer.on('data', (chunk: Buffer) => chunks.push(chunk));
  // After a full flush the stream is at a byte's end, and what follows leans on nothing before.
  const packed = (text: string) =>
    new Promise<Buffer>((resolve) => {
      packer.write(text);
      packer.flush(constants.Z_FULL_FLUSH, () => {
        resolve(Buffer.concat(chunks.splice(0)));
      });
    });
  const [first, repeated] = [await packed(begin), await packed(piece)];
  packer.end(end);
  await once(packer, 'end');
  return Buffer.concat([first, ...Array<Buffer>(times).fill(repeated), ...chunks]);
}

export interface PackedPart {
  path: string;
  packed: Buffer;
  /** What the archive says the part unpacks to, true or not. */
  saidSize: number;
  crc: number;
}

/** A ZIP archive of parts that are packed already (APPNOTE 4.3). */
export function zipOfPacked(parts: readonly PackedPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, packed, saidSize, crc } of parts) {
    const name = Buffer.from(path);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc, 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(saidSize, 8);
    const method = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
    const lengths = Buffer.from([name.length, 0, 0, 0]);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), method, sizes, lengths, name, packed]);
    const at = Buffer.alloc(14);
    at.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), method, sizes, lengths, at, name]));
    files.push(file);
    offset += file.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}
