const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The CRC-32 of ZIP archives, carried on from piece to piece; it begins with 0. */
export function crc32(bytes: Uint8Array, before: number): number {
  let crc = ~before;
  for (let index = 0; index < bytes.length; index += 1) {
    crc = (crc >>> 8) ^ (TABLE[(crc ^ bytes[index]!) & 0xff] as number);
  }
  return ~crc >>> 0;
}
