/**
 * For mail servers of tests on loopback, good for a hundred years. Its key is here for everybody to read: nothing but a test may trust it.
 * Made by `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=localhost
 * -addext subjectAltName=DNS:localhost,IP:127.0.0.1`.
 */
export const certificate = `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUF7Lqm+XRW188g71OHRxTS4B9nCIwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjA3MTQyNVoYDzIxMjYxMDI5
MDcxNDI1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQpXbnFQ+LBLgCwxC+T9KIp/Kx6JhvTG+HbFo8OpHmeAA6Ibu/hOwXL
cfx03ySN18lL//DWUQulZvf+b/J93q7To28wbTAdBgNVHQ4EFgQUTGeEeOPGfZS0
O5rmfBsFaN2xju8wHwYDVR0jBBgwFoAUTGeEeOPGfZS0O5rmfBsFaN2xju8wDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIgewprjGgUfWIn8NXLk24CSojU0WUegVNqzJt/quwfe48CIQDL
i5pd1EBUzjZUwSqbvldcN4YfBIdhzQ9r/Y/J5EagRA==
-----END CERTIFICATE-----`;

export const certificateKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgCSAyO2aSvOz68+6c
Ka+bfLOGtWcAqbuMTb9LWBsI8hWhRANCAAQpXbnFQ+LBLgCwxC+T9KIp/Kx6JhvT
G+HbFo8OpHmeAA6Ibu/hOwXLcfx03ySN18lL//DWUQulZvf+b/J93q7T
-----END PRIVATE KEY-----`;
