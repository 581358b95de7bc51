// What glibc has beside the C standard: malloc_trim(3).
#include <malloc.h>
