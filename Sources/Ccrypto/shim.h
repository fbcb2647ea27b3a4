#if !__has_include(<openssl/evp.h>)
#error "OpenSSL is not installed: apt-get install libssl-dev"
#else
#include <openssl/evp.h>
#endif
