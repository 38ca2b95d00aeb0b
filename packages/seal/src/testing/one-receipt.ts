/** One receipt and what follows from it, written down once from the Python script in this folder: it must never change. */
export const ofOneReceipt = {
  code: "TY36 X4Y0 0E81 13AT MBB3",
  locator: "TY36X",
  stretched: "WvyR3FHLHMKtwRtqlUKSgmK4CTwdow4xS1x7oBqhBvU",
  x25519: "TP8HIZkyLkTWFGusRIghhWhYiDiu2z6VbmZH2H8fIyg",
  mailbox: "t2lO0_5_DLH84cd1GW6uLYAkTSi3c2T7fipK-v0MsAE",
  reply: "yX0n9ewOaFJyzXOILRZv5nir6GTj52w2a3HP1YwnBaU",
} as const;
