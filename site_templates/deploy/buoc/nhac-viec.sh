# Mỗi xã một tin để gửi Zalo, thư điện tử (.txt) và một tệp lịch (.ics). Chỉ có điều đã công khai.
congkhai due --content [[ repository.content ]] --format tin > tin.txt
congkhai due --content [[ repository.content ]] --out nhac-viec
