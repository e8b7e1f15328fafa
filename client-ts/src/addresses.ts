// Identifiers and network addresses: bytes on the wire, for people the text that Rust prints.

import { malformed, invalidValue } from "./failure.js";
import { readFixedBytes, readLength, readU16, readVariant } from "./reader.js";
import { writeFixedBytes, writeLength, writeU16, writeVariant } from "./writer.js";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Hyphenated and in lower case. */
export function readUuid(): string {
  if (readLength(1) !== 16) malformed("uuid");
  return hex(readFixedBytes(16)).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

export function writeUuid(value: string): void {
  if (typeof value !== "string" || !UUID.test(value)) invalidValue("hyphenated uuid", value);
  writeLength(16);
  const digits = value.replace(/-/g, "");
  writeFixedBytes(Uint8Array.from({ length: 16 }, (_, index) => parseInt(digits.slice(2 * index, 2 * index + 2), 16)), 16);
}

export function readIpv4Addr(): string {
  return readFixedBytes(4).join(".");
}

export function writeIpv4Addr(value: string): void {
  writeFixedBytes(Uint8Array.from(ipv4(value) ?? invalidValue("IPv4 address", value)), 4);
}

/** As RFC 5952 has it; addresses of IPv4 inside are written as such. */
export function readIpv6Addr(): string {
  const bytes = readFixedBytes(16);
  const groups = Array.from({ length: 8 }, (_, index) => (bytes[2 * index]! << 8) | bytes[2 * index + 1]!);
  if (/^(0,){5}65535,/.test(`${groups}`)) return `::ffff:${bytes.subarray(12).join(".")}`;
  const text = groups.map((group) => group.toString(16)).join(":");
  const [longest] = [...text.matchAll(/\b0(:0)+\b/g)].sort((one, other) => other[0].length - one[0].length);
  return longest ? `${text.slice(0, longest.index)}::${text.slice(longest.index + longest[0].length)}`.replace(/:{3,}/, "::") : text;
}

export function writeIpv6Addr(value: string): void {
  const groups = ipv6(value) ?? invalidValue("IPv6 address", value);
  writeFixedBytes(Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff])), 16);
}

export function readIpAddr(): string {
  return byVersion("IP address", readIpv4Addr, readIpv6Addr);
}

export function writeIpAddr(value: string): void {
  const six = String(value).includes(":");
  writeVariant(six ? 1 : 0);
  if (six) writeIpv6Addr(value);
  else writeIpv4Addr(value);
}

export function readSocketAddrV4(): string {
  return `${readIpv4Addr()}:${readU16()}`;
}

export function writeSocketAddrV4(value: string): void {
  const [address, port] = endpoint(/^([0-9.]+):(0|[1-9][0-9]{0,4})$/, value);
  writeIpv4Addr(address);
  writeU16(port);
}

export function readSocketAddrV6(): string {
  return `[${readIpv6Addr()}]:${readU16()}`;
}

export function writeSocketAddrV6(value: string): void {
  const [address, port] = endpoint(/^\[([0-9a-f:.]+)\]:(0|[1-9][0-9]{0,4})$/i, value);
  writeIpv6Addr(address);
  writeU16(port);
}

export function readSocketAddr(): string {
  return byVersion("socket address", readSocketAddrV4, readSocketAddrV6);
}

export function writeSocketAddr(value: string): void {
  const six = String(value).startsWith("[");
  writeVariant(six ? 1 : 0);
  if (six) writeSocketAddrV6(value);
  else writeSocketAddrV4(value);
}

function byVersion(what: string, four: () => string, six: () => string): string {
  const variant = readVariant();
  return variant === 0 ? four() : variant === 1 ? six() : malformed(what);
}

function endpoint(pattern: RegExp, value: string): [address: string, port: number] {
  const [, address, port] = pattern.exec(typeof value === "string" ? value : "") ?? invalidValue("socket address", value);
  return [address!, Number(port)];
}

/** The four bytes of an address, each written in the only way there is. */
function ipv4(text: unknown): number[] | undefined {
  const bytes = typeof text === "string" && /^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(text) ? text.split(".").map(Number) : [256];
  return bytes.every((byte) => byte < 256) ? bytes : undefined;
}

/** The eight groups of an address, in which `::` stands for one group or more. */
function ipv6(text: unknown): number[] | undefined {
  if (typeof text !== "string") return undefined;
  const [head, tail, ...more] = text.split("::").map(groupsIn);
  if (!head || more.length) return undefined;
  if (!text.includes("::")) return head.length === 8 ? head : undefined;
  // An address of IPv4 stands at the very end.
  const gap = tail && !/\..*::/.test(text) ? 8 - head.length - tail.length : 0;
  return gap > 0 ? [...head, ...new Array<number>(gap).fill(0), ...tail!] : undefined;
}

function groupsIn(text: string): number[] | undefined {
  if (text === "") return [];
  const groups = text.split(":").flatMap((part, index, all) => {
    const bytes = index === all.length - 1 ? ipv4(part) : undefined;
    if (bytes) return [(bytes[0]! << 8) | bytes[1]!, (bytes[2]! << 8) | bytes[3]!];
    return /^[0-9a-f]{1,4}$/i.test(part) ? parseInt(part, 16) : NaN;
  });
  return groups.includes(NaN) ? undefined : groups;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
