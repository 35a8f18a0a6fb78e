import { createHash, X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import selfsigned from "selfsigned";

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** By which a browser can be told to trust this one certificate and no other. */
  readonly publicKeyHash: string;
}

const day = 24 * 60 * 60 * 1000;

/** This computer's own certificate for localhost, made at first use. The key never leaves the folder. */
export function localCertificate(folder: string): Certificate {
  const keyFile = path.join(folder, "localhost.key.pem");
  const certFile = path.join(folder, "localhost.cert.pem");
  if (existsSync(keyFile) && existsSync(certFile)) {
    const known = { key: readFileSync(keyFile, "utf8"), cert: readFileSync(certFile, "utf8") };
    if (Date.parse(new X509Certificate(known.cert).validTo) > Date.now() + day) return withHash(known);
  }
  const made = selfsigned.generate([{ name: "commonName", value: "localhost" }], {
    days: 365,
    keySize: 2048,
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "keyUsage", digitalSignature: true, keyEncipherment: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
        ],
      },
    ],
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(keyFile, made.private, { mode: 0o600 });
  writeFileSync(certFile, made.cert);
  return withHash({ key: made.private, cert: made.cert });
}

function withHash(pair: { key: string; cert: string }): Certificate {
  const publicKey = new X509Certificate(pair.cert).publicKey.export({ type: "spki", format: "der" });
  return { ...pair, publicKeyHash: createHash("sha256").update(publicKey).digest("base64") };
}
