#if !__has_include(<zlib.h>)
#error "zlib is not installed: apt-get install zlib1g-dev"
#else
#include <zlib.h>
#endif
