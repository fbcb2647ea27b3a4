#if !__has_include(<png.h>)
#error "libpng is not installed: apt-get install libpng-dev"
#else
#include <png.h>
#endif
